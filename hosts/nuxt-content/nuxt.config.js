export default defineNuxtConfig({
  modules: ['@nuxt/content'],
  css: ['katex/dist/katex.min.css', 'remark-network/style.css', 'remark-network/links.css'],
  content: {
    build: {
      markdown: {
        remarkPlugins: { 'remark-math': {}, 'remark-network': {} },
        rehypePlugins: { 'rehype-katex': {} },
      },
    },
    experimental: { sqliteConnector: 'native' },
  },
  mdc: { components: { customElements: ['network-figure'] } },
  app: { head: { link: [{ rel: 'icon', href: 'data:,' }] } },
  telemetry: false,
  compatibilityDate: '2026-11-01',
});
