// What the guided form cannot do without a script: say that a save failed, save on leaving, move the slider.
(() => {
  const form = () => document.getElementById("step-form");
  let unsaved = false;

  document.addEventListener("input", (event) => {
    const target = event.target;
    if (target.matches("input.slider")) {
      const number = document.getElementById(target.dataset.for);
      number.value = target.value;
    } else {
      const slider = document.querySelector(`input.slider[data-for="${target.id}"]`);
      if (slider) slider.value = parseFloat(target.value) || 0;
    }
    if (target.form && target.form === form()) unsaved = true;
  });

  const showSliders = () => document.querySelectorAll("input.slider").forEach((slider) => { slider.hidden = false; });

  const failed = (text) => {
    const mark = document.getElementById("saved");
    if (!mark) return;
    mark.classList.add("failed");
    mark.textContent = text;
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt === form()) unsaved = false;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) {
      document.getElementById("saved")?.classList.remove("failed");
    } else {
      unsaved = true;
      failed(event.detail.xhr?.status
        ? "Not saved. Reload the page to see why; what you typed last is still here."
        : "Not saved: no connection. It is tried again with your next change.");
    }
  });
  document.addEventListener("htmx:afterSettle", showSliders);

  // Another form of the page is sent (a fix, an undo): what was just typed is saved first.
  document.addEventListener("submit", (event) => {
    const other = event.target;
    if (other === form()) unsaved = false;
    if (!unsaved || other.method === "dialog" || !form()?.hasAttribute("hx-post")) return;
    event.preventDefault();
    unsaved = false;
    fetch(form().action, { method: "POST", body: new FormData(form()), headers: { "HX-Request": "true" } })
      .finally(() => other.submit());
  });

  // Leaving within a second of the last key: the browser sends it on its own.
  window.addEventListener("pagehide", () => {
    if (unsaved && form()?.hasAttribute("hx-post")) navigator.sendBeacon(form().action, new FormData(form()));
  });

  showSliders();
})();
