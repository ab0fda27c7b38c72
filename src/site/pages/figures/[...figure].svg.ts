import type { APIRoute } from 'astro';
import { feedPost, figurePath } from '../../feed';
import { publishedPosts } from '../../posts';

/** Every figure of every post as a file of its own, for feeds and for whoever wants to link to one. */
export async function getStaticPaths() {
  const posts = await publishedPosts();
  const paths = posts.map(async (post) => {
    const { figures } = await feedPost(post, new URL('https://figures.invalid'));
    return figures.map((svg, place) => ({
      params: { figure: figurePath(post, place).replace(/^\/figures\/|\.svg$/g, '') },
      props: { svg },
    }));
  });
  return (await Promise.all(paths)).flat();
}

export const GET: APIRoute = ({ props }) =>
  new Response(props.svg, { headers: { 'content-type': 'image/svg+xml' } });
