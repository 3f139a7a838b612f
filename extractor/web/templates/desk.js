"use strict";
(() => {
  // A page that waits asks how far the work is, and opens what came of it.
  const waiting = document.querySelector("[data-progress]");
  const ask = async () => {
    try {
      const told = await (await fetch(waiting.dataset.progress)).json();
      if (told.done) return location.reload();
      waiting.querySelector(".step").textContent = told.step;
    } catch {
      waiting.querySelector(".step").textContent = "the server does not answer";
    }
    setTimeout(ask, 400);
  };
  if (waiting) setTimeout(ask, 250);

  // Files may be dropped anywhere on the first page.
  const files = document.getElementById("stories");
  if (files) {
    const zone = files.closest(".zone");
    const named = zone.querySelector(".named");
    const tell = () => (named.textContent = [...files.files].map((f) => f.name).join(", "));
    files.addEventListener("change", tell);
    addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    addEventListener("dragleave", () => zone.classList.remove("over"));
    addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      files.files = event.dataTransfer.files;
      tell();
    });
  }

  // After a form the page opens where it was.
  const key = "crossfoot-at-" + location.pathname;
  const at = sessionStorage.getItem(key);
  if (at !== null) {
    sessionStorage.removeItem(key);
    scrollTo({ top: Number(at), behavior: "instant" });
  }
  document.addEventListener("submit", (event) => {
    sessionStorage.setItem(key, String(scrollY));
    const button = event.submitter;
    // Not before the browser has taken the button's value.
    if (button) setTimeout(() => (button.disabled = true));
  });
})();
