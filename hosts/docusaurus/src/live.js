import 'remark-network/element';
