// What the guided form cannot do without a script: say that a save failed, save on leaving, move the slider.
(() => {
  const form = () => document.getElementById("step-form");
  // What was typed is counted, and how much of it a save has brought home: a save under way is not yet one.
  let typed = 0;
  let saved = 0;
  // Continue and its like answer with where to go: from then on the page is left, and saves no more unless one goes on typing.
  let leaving = false;
  const unsaved = () => typed > saved && form()?.hasAttribute("hx-post");
  // An answer that somebody else changed meanwhile waits to be chosen: it keeps one here once, however late it came up.
  let kept = -1;
  const undecided = () => (kept === typed ? null : document.querySelector("#conflicts:has([id^=conflict-]) > section"));
  const stay = (event, choice) => {
    event.preventDefault();
    kept = typed;
    choice.scrollIntoView({ block: "nearest" });
    choice.focus({ preventScroll: true });
  };

  document.addEventListener("input", (event) => {
    const target = event.target;
    if (target.matches("input.slider")) {
      const number = document.getElementById(target.dataset.for);
      number.value = target.value;
    } else {
      const slider = document.querySelector(`input.slider[data-for="${target.id}"]`);
      if (slider) slider.value = parseFloat(target.value) || 0;
    }
    if (target.form && target.form === form()) {
      typed += 1;
      leaving = false;
    }
  });

  const showSliders = () => document.querySelectorAll("input.slider").forEach((slider) => { slider.hidden = false; });

  const failed = (text) => {
    const mark = document.getElementById("saved");
    if (!mark) return;
    mark.classList.add("failed");
    mark.textContent = text;
  };

  window.addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("htmx:beforeOnLoad", (event) => { leaving ||= event.detail.xhr.getResponseHeader("HX-Redirect") !== null; });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (leaving) event.preventDefault();
    else event.detail.xhr.typed = typed;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { status } = event.detail.xhr; // of an answer that leads elsewhere htmx does not say whether it was successful
    if (status >= 200 && status < 300) {
      if (event.detail.requestConfig.path === form()?.getAttribute("hx-post")) saved = Math.max(saved, event.detail.xhr.typed);
      document.getElementById("saved")?.classList.remove("failed");
    } else {
      failed(
        status === 401 ? "Not saved: you are signed out."
        : status ? "Not saved. What you typed is still here; it is tried again with your next change."
        : "Not saved: no connection. It is tried again with your next change.");
    }
  });
  document.addEventListener("htmx:afterSettle", showSliders);
  // Signed in again: what waited is saved.
  document.addEventListener("preflight:renewed", () => { if (unsaved()) htmx.trigger(form(), "change"); });

  // Another form of the page is sent (a fix, an undo) or a link followed: what was just typed is saved first.
  const saveThen = async (event, go) => {
    event.preventDefault();
    const sent = typed;
    try {
      const answer = await fetch(form().action, { method: "POST", body: new FormData(form()), headers: { "HX-Request": "true" } });
      if (answer.status === 401 || answer.status === 403) {
        document.dispatchEvent(new CustomEvent("preflight:refused", { detail: answer.status }));
        return;
      }
      if (answer.ok) saved = Math.max(saved, sent);
      if ((await answer.text()).includes('aria-labelledby="conflict-')) {
        kept = typed;
        htmx.trigger(form(), "change");
        return;
      }
    } catch { /* No connection: where one is going says so. */ }
    go();
  };
  document.addEventListener("submit", (event) => {
    const other = event.target;
    if (other === form()) saved = kept = typed;
    else if (other.method === "dialog") return;
    else if (unsaved()) saveThen(event, () => other.submit());
    else if (undecided()) stay(event, undecided());
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link?.target || link?.hasAttribute("download");
    if (!link || elsewhere || event.defaultPrevented || link.origin !== location.origin || link.pathname === location.pathname) return;
    if (unsaved()) saveThen(event, () => location.assign(link.href));
    else if (undecided()) stay(event, undecided());
  });

  // Leaving in any other way within a second of the last key: the browser sends it on its own.
  window.addEventListener("pagehide", () => {
    if (unsaved()) navigator.sendBeacon(form().action, new FormData(form()));
  });

  // What cannot be saved is not left without a word.
  window.addEventListener("beforeunload", (event) => {
    if ((unsaved() && document.querySelector("#saved.failed")) || (undecided() && !leaving)) event.preventDefault();
  });

  showSliders();
})();
