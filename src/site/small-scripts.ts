import { transform } from 'esbuild';

interface File {
  readonly fileName: string;
  source?: string | Uint8Array;
}

/** Makes scripts small that pages ask for by their address: Vite leaves them as they are, like any other file. */
export default function smallScripts() {
  return {
    name: 'small-scripts',
    async generateBundle(_: unknown, bundle: Record<string, File>): Promise<void> {
      for (const file of Object.values(bundle)) {
        if (!file.fileName.endsWith('.js') || file.source === undefined) continue;
        const text =
          typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source);
        const { code } = await transform(text, { minify: true, format: 'iife' });
        file.source = code;
      }
    },
  };
}
