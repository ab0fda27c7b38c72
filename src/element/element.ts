/**
 * `<network-figure>`: import this module once on a page that has a live figure. It waits until one comes near what is
 * seen, and only then asks for what makes it live. Where there is no browser it does nothing.
 */
if (typeof customElements === 'object' && customElements.get('network-figure') === undefined) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        void import('./enliven.ts').then((live) => live.enliven(target as HTMLElement));
      }
    },
    { rootMargin: '300px' },
  );
  customElements.define(
    'network-figure',
    class extends HTMLElement {
      connectedCallback(): void {
        seen.observe(this);
      }
      disconnectedCallback(): void {
        seen.unobserve(this);
      }
    },
  );
}
