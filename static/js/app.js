// What every page needs: a form is sent once, and the tab shown is in view.
(() => {
  // A second press of the same button while the answer to the first is on its way is ignored.
  const PATIENCE = 5000;
  const sent = new WeakMap();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    const button = event.submitter ?? form;
    if (sent.has(button)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const forget = () => { sent.delete(button); button.removeAttribute("aria-busy"); };
    sent.set(button, true);
    button.setAttribute("aria-busy", "true");
    setTimeout(forget, PATIENCE);
    window.addEventListener("pageshow", forget, { once: true });
  });

  // On a phone the tabs of a requisition scroll sideways: the one shown is brought in.
  const tab = document.querySelector(".local [aria-current]");
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft + tab.offsetWidth - tab.parentElement.offsetLeft - tab.parentElement.clientWidth;
})();
