'use client';

import 'remark-network/element';

export default function Live() {
  return null;
}
