/**
 * The shape of content that this program reads. A portal says its own in `site.yaml` (`model`); one that
 * says none is of the first. `src/upgrade/` leads from each to the next.
 */
export const modelVersion = 3
