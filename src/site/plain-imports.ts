/**
 * Vite wraps each `import()` in a kilobyte that preloads the styles and scripts of what is imported. Our one such import
 * has none, and a post that can be touched is to stay small.
 */
export default function plainImports() {
  return {
    name: 'plain-imports',
    enforce: 'pre' as const,
    load(id: string): string | undefined {
      if (id !== '\0vite/preload-helper.js') return undefined;
      return 'export const __vitePreload = (load) => load();';
    },
  };
}
