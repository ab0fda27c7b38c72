import type { APIRoute } from 'astro';
import { card } from '../../card/card';
import { figures } from '../../figures';
import { publishedPosts, siteName } from '../../posts';
import { rendered } from '../../rendered';

/** A card for each post, from its first figure with a label, or else its first, and one for the rest of the site. */
export async function getStaticPaths() {
  const posts = await Promise.all(
    (await publishedPosts()).map(async (post) => {
      const drawn = figures(await rendered(post));
      const { svg } = drawn.find(({ labelled }) => labelled) ?? drawn[0] ?? {};
      return { params: { id: `posts/${post.id}` }, props: { title: post.data.title, svg } };
    }),
  );
  const svg = posts.find((post) => post.props.svg !== undefined)?.props.svg;
  return [...posts, { params: { id: 'site' }, props: { title: siteName, svg } }];
}

export const GET: APIRoute = async ({ props: { title, svg } }) =>
  new Response((await card(title, svg)) as BodyInit, { headers: { 'content-type': 'image/png' } });
