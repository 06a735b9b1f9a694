// What every page needs: a form is sent once, and what could not be done for want of a session is said and made good.
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
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft;

  const toasts = () => document.getElementById("toasts");
  const say = (text, link) => {
    const toast = document.createElement("dialog");
    toast.className = "toast";
    toast.setAttribute("aria-label", "Message");
    toast.innerHTML = '<p role="alert"></p><form method="dialog"><button type="submit">Close</button></form>';
    const words = toast.firstChild;
    words.textContent = text;
    if (link) words.append(" ", link);
    toasts().replaceChildren(toast);
    toast.open = true;
  };
  const signIn = () => {
    const link = document.createElement("a");
    link.href = `/accounts/login/?next=${encodeURIComponent(location.pathname)}`;
    link.target = "_blank";
    link.textContent = "Sign in (in a new tab)";
    return link;
  };

  // A new session has new tokens against forged forms: those of this page, fetched once more, replace the old ones.
  let signedOut = false;
  let renewedAt = -Infinity;
  const renew = async () => {
    const answer = await fetch(location.pathname + location.search);
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!token) return false;
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    renewedAt = performance.now();
    if (signedOut) toasts().replaceChildren();
    signedOut = false;
    document.dispatchEvent(new Event("preflight:renewed"));
    return true;
  };
  const cameBack = () => { if (signedOut && !document.hidden) renew().catch(() => {}); };
  window.addEventListener("focus", cameBack);
  document.addEventListener("visibilitychange", cameBack);

  const refused = async (status) => {
    const isStale = status === 403 && performance.now() - renewedAt > PATIENCE;
    if (isStale && await renew().catch(() => false)) return;
    if (status === 401 || isStale) {
      signedOut = true;
      say("You are signed out, so the last change is not saved yet. It stays on this page: sign in, come back here and go on.", signIn());
    } else if (status === 403) {
      say("You may not do this. Nothing was changed.");
    } else if (status >= 400) {
      say("Something went wrong, and the last change may not be saved. Try it again.");
    } else {
      say("No connection, so the last change is not saved yet. Try it again.");
    }
  };
  document.addEventListener("htmx:responseError", (event) => refused(event.detail.xhr.status));
  document.addEventListener("htmx:sendError", () => refused(0));
  document.addEventListener("preflight:refused", (event) => refused(event.detail));
})();
