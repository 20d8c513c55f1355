// Words selected in an account -> the address of a form that adds a claim for them.
"use strict";

const adding = document.getElementById("add-words");

// Offsets count code points in the account's own text; a withheld name counts as a whole.
function offsetOf(node, offset, atEnd) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece) return null;
  const start = Number(piece.dataset.start);
  if (piece.dataset.end) return atEnd ? Number(piece.dataset.end) : start;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
  return start + [...before].length;
}

function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const part = (range.startContainer.parentElement || range.startContainer).closest("[data-part]");
  if (!part || !part.contains(range.endContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset, false);
  const end = offsetOf(range.endContainer, range.endOffset, true);
  return start === null || end === null || start >= end ? null : { part: part.dataset.part, start, end };
}

document.addEventListener("selectionchange", () => {
  const found = selected();
  adding.hidden = found === null;
  if (found === null) return;
  const link = adding.querySelector("[data-add]");
  const address = new URL(link.href);
  address.searchParams.set("add", `${found.start}-${found.end}`);
  address.searchParams.set("part", found.part);
  if (new URLSearchParams(location.search).has("open")) address.searchParams.set("open", "1");
  link.href = address.href;
});

// Words of a claim can be selected too, though browsers begin no selection in a link.
const FAR = 5; // pixels: less is a click
let begun = null; // where the mouse went down in a claim

function caret(event) {
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (at) return [at.offsetNode, at.offset];
  const range = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  return range ? [range.startContainer, range.startOffset] : null;
}

document.addEventListener("mousedown", (event) => {
  const inside = event.button === 0 && event.target.closest("[data-part] a.claim");
  begun = inside ? { at: caret(event), x: event.clientX, y: event.clientY } : null;
});
document.addEventListener("mousemove", (event) => {
  if (!begun?.at || !(event.buttons & 1) || Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < FAR) return;
  const to = caret(event);
  if (to) document.getSelection().setBaseAndExtent(...begun.at, ...to);
});
document.addEventListener("dragstart", (event) => {
  if (begun) event.preventDefault(); // what is selected so far would be dragged away
});
document.addEventListener("click", (event) => {
  if (begun && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) >= FAR && selected()) event.preventDefault();
  begun = null;
});
