import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { type Collection, entryId } from './entry';

// Without deferRender an error in a .md file leaves an empty article behind a green build.
const markdown = (collection: Collection) =>
  glob({
    base: `./content/${collection}`,
    pattern: '**/*.{md,mdx}',
    deferRender: true,
    generateId: ({ entry }) => entryId(entry),
  });

const posts = defineCollection({
  loader: markdown('posts'),
  schema: z.object({
    title: z.string().min(1),
    description: z.string().min(1),
    date: z.coerce.date(),
    tags: z.array(z.string().regex(/^[a-z0-9 -]+$/)).default([]),
    author: z.string(),
    draft: z.boolean().default(false),
    math: z.boolean().default(false),
  }),
});

const examples = defineCollection({
  loader: markdown('examples'),
  schema: z.object({ title: z.string(), description: z.string(), order: z.number() }),
});

const docs = defineCollection({
  loader: markdown('docs'),
  schema: z.object({ title: z.string(), description: z.string() }),
});

export const collections = { posts, examples, docs };
