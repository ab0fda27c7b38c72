/** Listens to the whole page: one listener for what there are many of. */
export const on = <Name extends keyof DocumentEventMap>(
  name: Name,
  act: (event: DocumentEventMap[Name]) => unknown,
): void => document.addEventListener(name, act);
