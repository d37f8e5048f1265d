/** What elements are called that hold what readers wrote. */

const COMMENTS = /(?:^|[\s_-])(?:comments?|comment(?:list|body|author|section|area)s?|disqus\w*|livefyre)(?:$|[\s_-])/i;

/** @param names classes, ids or a tag, parted by blanks; a "commentary" is an article */
export const isCommentName = (names: string): boolean => COMMENTS.test(names);
