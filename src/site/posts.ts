import { type CollectionEntry, getCollection } from 'astro:content';

export const siteName = 'Needlessly explicit';

export type Post = CollectionEntry<'posts'>;

/** The posts that readers see, newest first; while writing, drafts as well. */
export async function publishedPosts(): Promise<Post[]> {
  const posts = await getCollection('posts', ({ data }) => import.meta.env.DEV || !data.draft);
  return posts.sort(
    (a, b) => b.data.date.valueOf() - a.data.date.valueOf() || a.id.localeCompare(b.id),
  );
}

/** A tag as a part of an address. */
export const slug = (tag: string): string => tag.replaceAll(' ', '-');

/** Every tag with its posts, in the order of the alphabet. */
export function byTag(posts: readonly Post[]): [string, Post[]][] {
  const tags = [...new Set(posts.flatMap((post) => post.data.tags))].sort();
  return tags.map((tag) => [tag, posts.filter((post) => post.data.tags.includes(tag))]);
}

export const longDate = (date: Date): string =>
  date.toLocaleDateString('en', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
