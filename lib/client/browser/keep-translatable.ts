/**
 * Translators in browsers put an element of their own in the place of each text, and take the text out of the page, where React
 * still changes, moves and removes it: it would break down at the next change. From now on what stands in a text's place is
 * treated as that text, and gives way to it when it changes; the translator then reads it anew.
 * Known as react#11538.
 */
export function keepTranslatable(): void {
  const standIns = new WeakMap<Node, ChildNode>();
  /** The child itself, or what stands in its place; null where neither is there any more. */
  const inPlaceOf = (child: Node, parent: Node): Node | null => {
    if (child.parentNode === parent) return child;
    const standIn = standIns.get(child);
    return standIn?.parentNode === parent ? standIn : null;
  };
  const { appendChild, insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    const present = inPlaceOf(child, this);
    if (present) removeChild.call(this, present);
    return child;
  };
  Node.prototype.insertBefore = function <Inserted extends Node>(
    this: Node,
    node: Inserted,
    before: Node | null,
  ): Inserted {
    standIns.get(node)?.remove();
    insertBefore.call(this, node, before && inPlaceOf(before, this));
    return node;
  };

  Node.prototype.appendChild = function <Inserted extends Node>(this: Node, node: Inserted): Inserted {
    standIns.get(node)?.remove();
    appendChild.call(this, node);
    return node;
  };

  const texts = new MutationObserver((changes) => {
    for (const { target } of changes) standIns.get(target)?.replaceWith(target);
  });
  const elements = new MutationObserver((changes) => {
    for (const change of changes) {
      for (const text of change.removedNodes) {
        if (!(text instanceof Text) || text.isConnected) continue;
        const standIn = [...change.addedNodes, change.previousSibling, change.nextSibling].find(isTranslators);
        if (!standIn) continue;
        standIns.set(text, standIn);
        texts.observe(text, { characterData: true });
      }
    }
  });
  elements.observe(document.body, { childList: true, subtree: true });
}

/** Ours has none of these. */
const isTranslators = (node: Node | null): node is HTMLFontElement =>
  node instanceof HTMLElement && node.tagName === "FONT";
