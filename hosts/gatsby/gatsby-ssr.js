import { createElement } from 'react';

export const onRenderBody = ({ setHeadComponents }) =>
  setHeadComponents([createElement('link', { key: 'icon', rel: 'icon', href: 'data:,' })]);
