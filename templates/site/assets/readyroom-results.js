// The search dialog. Pagefind keeps one index per language and one language per module, so each
// language of the site gets a module of its own, and their results are merged.

const dialog = document.querySelector("[data-rr-dialog]");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[data-rr-status]");
const list = dialog.querySelector("[data-rr-results]");
const bundle = dialog.dataset.bundle;

const PER_LANGUAGE = 8;
const SHOWN = 20;
const PAUSE = 160;
const FITS = 0.4;
const BRIEF = 1.5;

let asked = 0;
let timer = 0;

export function open() {
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  if (!input.value) say(status.dataset.start);
  engines();
}

// Engines

let known;

function engines() {
  known ??= fetch(new URL("pagefind-entry.json", bundle))
    .then((answer) => answer.json())
    .then(({ languages }) =>
      Object.entries(languages).map(([code, { page_count }]) => ({ code, pages: page_count })),
    );
  return known;
}

const modules = new Map();

function engine(code) {
  if (!modules.has(code)) {
    modules.set(
      code,
      import(new URL(`pagefind.js?lang=${code}`, bundle)).then((pagefind) => {
        // Pagefind reads the language from the page, once, while it starts.
        const page = document.documentElement;
        const language = page.lang;
        page.lang = code;
        const ready = pagefind.init();
        page.lang = language;
        return ready.then(() => pagefind);
      }),
    );
  }
  return modules.get(code);
}

const SCRIPTS = { Hans: "Hani", Hant: "Hani", Jpan: "Hani", Kore: "Hang" };

function writes(code, query) {
  try {
    const { script } = new Intl.Locale(code).maximize();
    return new RegExp(`\\p{Script=${SCRIPTS[script] ?? script}}`, "u").test(query);
  } catch {
    return true;
  }
}

// The language that the query is most likely written in answers first and alone, so that the
// first results need little data; all others follow.
async function waves(query) {
  const page = document.documentElement.lang.toLowerCase();
  const rank = ({ code, pages }) =>
    (writes(code, query) ? 2e6 : 0) + (code === page ? 1e6 : 0) + pages;
  const ordered = [...(await engines())].sort((a, b) => rank(b) - rank(a)).map((one) => one.code);
  return [ordered.slice(0, 1), ordered.slice(1)].filter((wave) => wave.length);
}

async function find(code, query) {
  const pagefind = await engine(code);
  const { results } = await pagefind.search(query);
  const found = await Promise.all(
    results.slice(0, PER_LANGUAGE).map(async (one) => {
      const data = await one.data();
      const fits = fit(query, data);
      const weight = data.meta.level ? BRIEF : 1;
      return { ...data, fits, score: one.score * fits * fits * weight, language: code };
    }),
  );
  return found.filter(({ fits }) => fits >= FITS);
}

// A word that an index does not know is shortened by Pagefind until something begins like it. How
// much of each asked word is left in what was marked, from 0 to 1.
function fit(query, { excerpt, sub_results }) {
  const texts = [excerpt, ...(sub_results ?? []).map((one) => one.excerpt)];
  const marks = texts.flatMap((text) => [...text.matchAll(/<mark>(.*?)<\/mark>/g)]).map(([, word]) => fold(word));
  const words = query.split(/\s+/).map(fold).filter(Boolean);
  const shares = words.map((word) => Math.max(0, ...marks.map((mark) => share(word, mark))));
  return shares.reduce((sum, one) => sum + one, 0) / (shares.length || 1);
}

function share(word, mark) {
  if (/\p{Script=Han}/u.test(mark)) return word.includes(mark) || mark.includes(word) ? 1 : 0;
  let same = 0;
  while (same < word.length && word[same] === mark[same]) same += 1;
  return same / word.length;
}

function fold(word) {
  return word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

// Asking and showing

async function ask() {
  const query = input.value.trim();
  const turn = ++asked;
  if (!query) {
    list.replaceChildren();
    say(status.dataset.start);
    return;
  }
  say(status.dataset.wait);
  list.ariaBusy = "true";
  let found = [];
  for (const wave of await waves(query)) {
    const answers = await Promise.allSettled(wave.map((code) => find(code, query)));
    if (turn !== asked) return;
    found = found.concat(...answers.map((answer) => answer.value ?? []));
    show(found);
  }
  if (!found.length) {
    list.replaceChildren();
    say(status.dataset.none);
  }
  list.ariaBusy = "false";
  list.dataset.answers = query;
}

function show(found) {
  if (!found.length) return;
  const focused = document.activeElement?.closest("a")?.href;
  const best = [...found].sort((a, b) => b.score - a.score).slice(0, SHOWN);
  list.replaceChildren(...best.map(entry));
  if (focused) [...list.querySelectorAll("a")].find((link) => link.href === focused)?.focus();
  say(found.length === 1 ? status.dataset.one : status.dataset.other.replace("#", found.length));
}

function entry(result) {
  const item = document.createElement("li");
  const section = best(result);
  const link = part("a", "", "");
  link.href = section?.url ?? result.url;
  const title = part("span", "rr-dialog__title", result.meta.title ?? result.url);
  title.lang = result.language;
  link.append(title);
  if (result.meta.level) link.append(part("span", "rr-dialog__level", result.meta.level));
  if (section) link.append(part("span", "rr-dialog__section", section.title));
  const excerpt = part("span", "rr-dialog__excerpt", "");
  excerpt.lang = result.language;
  excerpt.append(...marked((section ?? result).excerpt));
  link.append(excerpt);
  item.append(link);
  return item;
}

// The section with the most hits, unless that is the head of the page.
function best({ sub_results, url, meta }) {
  const [first] = [...(sub_results ?? [])].sort((a, b) => b.locations.length - a.locations.length);
  return first?.anchor && first.url !== url && first.title !== meta.title ? first : undefined;
}

function part(tag, style, text) {
  const made = document.createElement(tag);
  if (style) made.className = style;
  made.textContent = text;
  return made;
}

// Excerpts are text with <mark> in it; they become nodes and never HTML.
function marked(excerpt) {
  const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  return excerpt
    .split(/<\/?mark>/)
    .map((text, index) => (index % 2 ? part("mark", "", plain(text)) : plain(text)));
}

function say(text) {
  status.textContent = text;
}

// Keys and clicks

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});

dialog.addEventListener("keydown", (event) => {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move) {
    event.preventDefault();
    (links[at + move] ?? (move < 0 ? input : links.at(-1)))?.focus();
  } else if (event.key === "Tab") {
    const stops = [...dialog.querySelectorAll("input, button, a")];
    const [last, first] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (document.activeElement === last) {
      event.preventDefault();
      first.focus();
    }
  } else if (event.key === "Enter" && event.target === input) {
    event.preventDefault();
    links[0]?.click();
  } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    input.focus();
  }
});

dialog.querySelector("[data-rr-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a")) dialog.close();
});
