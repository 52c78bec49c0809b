// The table of briefs: filters and sorting that live in the address. Without this script it is a
// plain table.
function tableOfBriefs() {
  const table = document.querySelector("[data-rr-briefs]");
  const form = document.querySelector("[data-rr-filter]");
  if (!table || !form || !form.hidden) return;

  const body = table.tBodies[0];
  const rows = [...body.rows].map((row, index) => {
    return { row, index, text: row.textContent.toLowerCase() };
  });
  const heads = [...table.tHead.rows[0].cells];
  const count = document.querySelector("[data-rr-count]");
  const none = document.querySelector("[data-rr-none]");
  const fields = [...form.elements].filter((field) => field.name);
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  let sort = "";
  let down = false;

  form.hidden = false;
  heads.forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = table.dataset.sortText.replace("#", head.textContent);
    button.addEventListener("click", () => {
      down = sort === head.dataset.key && !down;
      sort = head.dataset.key;
      update(true);
    });
    head.replaceChildren(button);
  });

  function read() {
    const wanted = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = wanted.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    sort = heads.some((head) => head.dataset.key === wanted.get("sort")) ? wanted.get("sort") : "";
    down = wanted.get("dir") === "desc";
  }

  function write() {
    const address = new URL(location.href);
    address.search = "";
    for (const field of fields) if (field.value) address.searchParams.set(field.name, field.value);
    if (sort) address.searchParams.set("sort", sort);
    if (sort && down) address.searchParams.set("dir", "desc");
    history.replaceState(null, "", address);
  }

  function matches({ row, text }) {
    return fields.every(({ name, value }) =>
      name === "q"
        ? value.toLowerCase().split(/\s+/).every((word) => text.includes(word))
        : !value || row.dataset[name] === value,
    );
  }

  function arrange() {
    const column = heads.findIndex((head) => head.dataset.key === sort);
    const value = ({ row }) => {
      const cell = row.cells[column];
      return cell.dataset.value ?? cell.textContent.replace("–", "").trim();
    };
    const ordered = [...rows].sort((a, b) => {
      if (column < 0) return a.index - b.index;
      const [one, two] = [value(a), value(b)];
      if (!one || !two) return (one ? 0 : 1) - (two ? 0 : 1) || a.index - b.index;
      return (down ? -1 : 1) * order.compare(one, two) || a.index - b.index;
    });
    body.append(...ordered.map(({ row }) => row));
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  function update(changed) {
    let shown = 0;
    for (const one of rows) {
      one.row.hidden = !matches(one);
      shown += one.row.hidden ? 0 : 1;
    }
    arrange();
    none.hidden = shown > 0;
    count.textContent = count.dataset.text.replace("#", shown);
    if (changed) write();
  }

  form.addEventListener("input", () => update(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    sort = "";
    setTimeout(() => update(true));
  });
  document.querySelectorAll(".rr-stair a").forEach((link) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      form.elements.level.value = new URL(link.href).searchParams.get("level");
      update(true);
      document.getElementById("briefs").scrollIntoView();
    }),
  );
  addEventListener("popstate", () => {
    read();
    update(false);
  });
  read();
  update(false);
}

// With instant navigation the theme announces each page that it puts in place.
if (window.document$) document$.subscribe(tableOfBriefs);
else tableOfBriefs();
