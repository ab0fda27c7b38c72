import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { figurePath } from '../../entry';
import { figures, standalone } from '../../figures';
import { publishedPosts } from '../../posts';
import { rendered } from '../../rendered';

/** Every figure of every page as a file of its own, for feeds and for whoever wants to keep one. */
export async function getStaticPaths() {
  const entries = [
    ...(await publishedPosts()),
    ...(await getCollection('examples')),
    ...(await getCollection('docs')),
  ];
  const paths = entries.map(async (entry) =>
    figures(await rendered(entry)).map(({ svg }, place) => ({
      params: {
        figure: figurePath(entry.collection, entry.id, place + 1).replace(
          /^\/figures\/|\.svg$/g,
          '',
        ),
      },
      props: { svg: standalone(svg) },
    })),
  );
  return (await Promise.all(paths)).flat();
}

export const GET: APIRoute = ({ props }) =>
  new Response(props.svg, { headers: { 'content-type': 'image/svg+xml' } });
