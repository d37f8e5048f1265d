import { tag } from '../../tree/node.ts';
import type { Rule } from './rule.ts';

/** Elements that hold the page's frame: `<nav>`, `<footer>`, `<aside>`, `<form>`, `<dialog>`, a header outside an article. */
export const frameElement: Rule = {
  name: 'frame-element',
  vote: (block, { tree, main }) => {
    const isFrame = block.ancestors.some((node, at) => {
      const name = tag(tree, node);
      if (name === 'header')
        return !block.ancestors
          .slice(at + 1)
          .some((above) => /^(?:main|article)$/.test(tag(tree, above)) || above === main);
      if (name === 'form') return !block.ancestors.slice(0, at).includes(main);
      return (
        /^(?:nav|footer|aside|dialog)$/.test(name) && node !== main && !block.ancestors.slice(0, at).includes(main)
      );
    });
    return isFrame ? false : undefined;
  },
};
