import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { feedHtml } from '../feed';
import { publishedPosts, siteName } from '../posts';

export const GET: APIRoute = async ({ site }) => {
  if (site === undefined)
    throw new Error('the feed needs the site’s address: set site in astro.config.mjs');
  const posts = await publishedPosts();
  const items = posts.map(async (post) => ({
    title: post.data.title,
    description: post.data.description,
    pubDate: post.data.date,
    categories: post.data.tags,
    link: `/posts/${post.id}/`,
    content: await feedHtml(post, site),
  }));
  return rss({
    title: siteName,
    description: 'Neural networks, explained one step at a time.',
    site,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>en</language><atom:link href="${new URL('/rss.xml', site)}" rel="self" type="application/rss+xml"/>`,
    items: await Promise.all(items),
  });
};
