// Chooses the search before the theme's own script looks for one.
(() => {
  const button = document.querySelector("[data-rr-search]");
  const own = document.currentScript.src;

  if (location.protocol === "file:") {
    const kept = document.querySelector("template[data-rr-theme-search]");
    if (kept) kept.replaceWith(kept.content);
    button?.remove();
    window.Worker = window.IFrameWorker = workerInAFrame();
    return;
  }
  if (!button) return;

  const dialog = document.querySelector("[data-rr-dialog]");
  dialog.dataset.bundle = new URL(dialog.dataset.bundle, location.href);
  document.documentElement.classList.add("rr-pagefind");
  button.hidden = false;
  const open = async () => {
    const search = await import(new URL("readyroom-results.js", own));
    search.open();
  };
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const find = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (find || (slash && !typing)) {
      event.preventDefault();
      open();
    }
  });

  // A page opened from disk may not start workers: the same script runs in a hidden frame instead.
  function workerInAFrame() {
    const load = (page, source) =>
      new Promise((done, failed) => {
        const script = page.createElement("script");
        Object.assign(script, { src: source, onload: done, onerror: failed });
        page.body.append(script);
      });
    return class extends EventTarget {
      constructor(source) {
        super();
        this.frame = document.createElement("iframe");
        this.frame.hidden = true;
        document.body.append(this.frame);
        const inside = this.frame.contentWindow;
        inside.document.open();
        inside.document.write("<!doctype html><body>");
        inside.document.close();
        inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        inside.importScripts = async (...sources) => {
          for (const one of sources) await load(inside.document, one);
        };
        this.loaded = load(inside.document, new URL(source, location.href));
      }

      async postMessage(data) {
        await this.loaded;
        this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data }));
      }

      terminate() {
        this.frame.remove();
      }
    };
  }
})();
