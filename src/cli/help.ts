/** What `--help` teaches, for the command as a whole and for each of its parts. */
export const help: Readonly<Record<string, string>> = {
  '': `remark-network: neural networks in Markdown, from the command line

  remark-network render post.md > built.md          blocks become figures and equations
  remark-network figure net.network -o net.svg      one figure: .svg, .png or .tex
  remark-network check content/                     every mistake of every file
  remark-network watch post.md -o built.md          render again at each change

A block is what stands between the fences:

  \`\`\`network
  x[2] -> h[2] -> y[2]
  figure focus w^1_{11}
  derive w^1_{11}
  \`\`\`

remark-network COMMAND --help tells more. A file named - is the standard input.
Nothing is read from the network. Exit status: 0 all is well, 1 there are
mistakes, 2 the command was not understood.
`,
  render: `remark-network render [FILE…] [-o FILE|FOLDER/] [options]

Turns the network blocks of Markdown into HTML figures and displayed formulas,
and references into links. All else stays as it is, in whatever dialect: for
Jekyll, Hugo, Pandoc, slides. Without FILE it reads the standard input; several
files need a folder to go to.

  -o, --output FILE    where to; the standard output without it
  --math dollars       displayed formulas between $$ lines (the default)
  --math brackets      between \\\\[ and \\\\], as MathJax reads them from kramdown
  --math katex         as HTML, by the katex that is installed beside this
  --to latex           figures as tikzpicture, equations as LaTeX, for Pandoc
  --figures FOLDER     figures as SVG files there, with image links to them
  --notation WORDS     how it is written: nielsen; goodfellow, loss L
  --lenient            a wrong block shows itself; exit status 0

  remark-network render _drafts/post.md -o _posts/2026-11-24-post.md
  pandoc -f markdown slides.md -t markdown | remark-network render --to latex | pandoc -o slides.pdf
`,
  figure: `remark-network figure [FILE] [-o FILE] [options]

Draws the figure of a block: FILE holds what stands between the fences.

  -o, --output FILE    .svg, .png or .tex; SVG on the standard output without it
  --number N           which of the block's figures, from 1
  --scale N            PNG only: pixels for a pixel; 2 without it
  --notation WORDS     how it is written: nielsen; goodfellow, loss L

  echo 'x[2] -> h[3] -> y[2]' | remark-network figure -o net.png
`,
  check: `remark-network check FILE|FOLDER… [options]

Compiles every network block of Markdown files, proves what it derives, and
tells all mistakes of all files. Folders are searched for .md, .mdx and
.markdown.

  --json               one object: files, blocks, and mistakes with their places
                       (lines and columns from 1, offsets from 0) and mends
  --notation WORDS     how it is written: nielsen; goodfellow, loss L

  remark-network check content/ || exit 1
`,
  watch: `remark-network watch FILE -o FILE [options of render]

Renders as render does, and again whenever FILE changes. Mistakes are told and
do not end it; Ctrl-C does.
`,
};
