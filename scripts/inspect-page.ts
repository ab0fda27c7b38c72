import type { Browser, Page } from 'playwright-core';

/** What was looked for on a built page, and what is wrong with it where something is. */
export interface Finding {
  readonly check: string;
  readonly fault: string | undefined;
}

/** Looks at a built page as a reader's browser shows it. */
export async function inspect(browser: Browser, address: string): Promise<readonly Finding[]> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto(address);
  // The network may be idle while a busy machine is still reading the page: both have to be over.
  await page.waitForLoadState('networkidle');
  // What can't run in the page is told as text: it is this function alone that goes there.
  const found = await page.evaluate(() => {
    const all = (selector: string, within: ParentNode = document) => [
      ...within.querySelectorAll(selector),
    ];
    const faults: Record<string, string | undefined> = {};
    const figures = all('figure.network > svg.network-figure');
    const stroke =
      figures[0] && getComputedStyle(all('.network-units', figures[0])[0] as Element).strokeWidth;
    const box = figures[0]?.getBoundingClientRect();
    faults.figures =
      figures.length !== 2
        ? `${figures.length} figures`
        : !figures.every((figure) => figure.getAttribute('viewBox'))
          ? 'no viewBox'
          : stroke !== '1.5px'
            ? `strokes of ${stroke}`
            : (box?.width ?? 0) < 150 || getComputedStyle(figures[0] as Element).maxWidth !== '100%'
              ? 'no size, or no style sheet'
              : all('figcaption')[0]?.textContent !== 'Figure 1. A network of two layers.'
                ? `caption ${all('figcaption')[0]?.textContent}`
                : undefined;

    const boxes = all('.network-equation');
    const typeset = boxes.filter((equation) =>
      equation.querySelector('.katex-html, mjx-container svg, mjx-container mjx-math'),
    );
    const wrong = all('.katex-error, [data-mjx-error], .network-error');
    // A second version's style sheet would leave scripts at full size.
    const small = all('.network-equation .katex-html .mtight')[0];
    const scripts = small === undefined || Number.parseFloat(getComputedStyle(small).fontSize) < 16;
    faults.equations =
      boxes.length !== 5 || typeset.length !== 5
        ? `${typeset.length} of ${boxes.length} typeset`
        : wrong.length > 0
          ? `${wrong[0]?.textContent}`
          : scripts
            ? undefined
            : 'scripts at full size';

    const links = all('a.network-reference') as HTMLAnchorElement[];
    const dead = links.filter((link) => !document.getElementById(link.hash.slice(1)));
    const words = links.map((link) => link.textContent).join(' ');
    faults.references =
      dead.length > 0 || words !== '1 (2) (3) (4)' ? `${words}; ${dead.length} dead` : undefined;

    const ids = all('[id]').map(({ id }) => id);
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
    faults['ids once'] = twice.length > 0 ? twice.join(' ') : undefined;

    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not the source that KaTeX keeps.
    const text = document.body.innerText;
    const raw = /\\(?:tag|label|eqref|begin)|```|check multi|language-network|x\[2\] ->/.exec(
      text,
    )?.[0];
    const described = figures[0]?.querySelector('desc')?.textContent ?? '';
    faults['nothing raw'] =
      raw ??
      (described.includes('w superscript 1') ? undefined : `description ${described.slice(0, 60)}`);
    return faults;
  });
  const steps = await walked(page);
  const live = await touched(page);
  await page.close();
  const told = response?.ok() ? complaints.join('; ') : `status ${response?.status()}`;
  return [
    ...Object.entries({
      figures: undefined,
      equations: undefined,
      references: undefined,
      'ids once': undefined,
      'nothing raw': undefined,
      ...found,
    }).map(([check, fault]) => ({ check, fault })),
    { check: 'steps', fault: steps },
    { check: 'live figure', fault: live },
    { check: 'console silent', fault: told === '' ? undefined : told },
  ];
}

/** What is wrong with the derivation to walk through: each link has to lead one step on, and the step to be lit. */
async function walked(page: Page): Promise<string | undefined> {
  const walk = page.locator('.network-walk');
  if ((await walk.count()) !== 1) return `${await walk.count()} walks`;
  const untypeset = walk.locator('.math-inline:not(:has(.katex, mjx-container))');
  if ((await untypeset.count()) > 0) return `${await untypeset.count()} formulas as TeX`;
  for (const [step, words] of ['Step through', 'Next →'].entries()) {
    await walk.getByText(words).locator('visible=true').click();
    const lit = () =>
      walk.evaluate(
        (within) =>
          [...within.querySelectorAll('[class*="network-at-"]')].filter(
            (part) => getComputedStyle(part).strokeWidth === '4px',
          ).length,
      );
    await page.waitForTimeout(200);
    const { hash } = new URL(page.url());
    if (hash !== `#equation-walk-step-${step + 1}`) return `“${words}” leads to ${hash}`;
    if ((await walk.locator(':target').count()) !== 1) return `no step is the target at ${hash}`;
    if (step > 0 && (await lit()) === 0) return 'nothing lit';
  }
  return undefined;
}

/** What is wrong with the live figure: it has to come alive when it is seen, and its numbers to follow a slider. */
async function touched(page: Page): Promise<string | undefined> {
  const figure = page.locator('network-figure');
  if ((await figure.count()) !== 1) return `${await figure.count()} live figures`;
  await figure.scrollIntoViewIfNeeded();
  const slider = figure.locator('.network-controls input[type=range]').first();
  const came = await slider.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (!came) return 'nothing to touch';
  const readout = figure.locator('.network-readout');
  const before = await readout.textContent();
  await slider.press('ArrowRight');
  await page.waitForTimeout(300);
  return (await readout.textContent()) === before ? 'no number moves' : undefined;
}
