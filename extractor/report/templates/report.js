"use strict";
(() => {
  const tip = document.getElementById("tip");
  const lines = document.getElementById("lines");
  const at = (id) => document.getElementById("at-" + id);
  let shown = null;

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  };

  // What the table says of a figure, as a small card. Text only: nothing of a story is parsed as markup.
  const fill = (row) => {
    const list = element("dl");
    for (const cell of row.querySelectorAll("td[data-label]")) {
      if (cell.textContent.trim()) list.append(element("dt", cell.dataset.label), element("dd", cell.textContent.trim()));
    }
    tip.replaceChildren(list);
  };

  const place = (mark) => {
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const widest = document.documentElement.clientWidth - tip.offsetWidth - 12;
    tip.style.left = Math.max(12, Math.min(box.left, widest)) + scrollX + "px";
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight || box.top < tip.offsetHeight + 16;
    tip.style.top = (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8) + scrollY + "px";
  };

  const join = (from, to) => {
    const [a, b] = [from, to].map((e) => e.getClientRects()[0] || e.getBoundingClientRect());
    const [x1, y1, x2, y2] = [a.left + a.width / 2 + scrollX, a.bottom + scrollY, b.left + b.width / 2 + scrollX, b.bottom + scrollY];
    const bend = Math.max(14, Math.min(60, Math.abs(y2 - y1) / 3 + 10));
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 + bend} ${x2} ${y2}`);
    lines.append(path);
  };

  const hide = () => {
    tip.hidden = true;
    lines.replaceChildren();
    document.querySelectorAll(".figure.partner, .figure.on").forEach((e) => e.classList.remove("partner", "on"));
    shown = null;
  };

  const show = (mark) => {
    if (shown === mark) return;
    hide();
    shown = mark;
    mark.classList.add("on");
    const row = document.getElementById(mark.hash.slice(1));
    if (row) {
      fill(row);
      tip.hidden = false;
      place(mark);
    }
    for (const id of (mark.dataset.with || "").split(" ").filter(Boolean)) {
      const partner = at(id);
      if (!partner) continue;
      partner.classList.add("partner");
      join(mark, partner);
    }
  };

  const step = (by) => {
    const cards = [...document.querySelectorAll(".card")].filter((card) => card.offsetParent !== null);
    if (!cards.length) return;
    const now = cards.indexOf(document.activeElement.closest(".card"));
    const next = cards[(now + by + cards.length + (now < 0 && by < 0 ? 1 : 0)) % cards.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };

  for (const mark of document.querySelectorAll(".story .figure")) {
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("mouseleave", hide);
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", hide);
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      show(mark);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") hide();
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
  // A link to a row opens the table that it stands in.
  const open = () => {
    const row = document.getElementById(location.hash.slice(1));
    const table = row && row.closest("details");
    if (table && !table.open) {
      table.open = true;
      row.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  addEventListener("resize", hide);
  open();
})();
