import { look } from './look.ts';

/**
 * How Scalar shows the finished API on the site: nothing is asked of anyone's server, and nothing is offered that needs
 * an API that runs.
 */
export const configuration = {
  /** Its name among several documents, of which there are none: ids begin with it. */
  slug: 'api',
  layout: 'modern',
  theme: 'none',
  customCss: look,
  withDefaultFonts: false,
  telemetry: false,
  proxyUrl: '',
  agent: { disabled: true },
  mcp: { disabled: true },
  externalUrls: { dashboardUrl: '', registryUrl: '', proxyUrl: '', apiBaseUrl: '' },
  showDeveloperTools: 'never',
  hideTestRequestButton: true,
  hideClientButton: true,
  hiddenClients: true,
  hideSearch: true,
  hideDarkModeToggle: true,
  showSidebar: true,
  documentDownloadType: 'none',
  operationTitleSource: 'summary',
  persistAuth: false,
  defaultOpenAllTags: true,
  expandAllModelSections: true,
} as const;

/** What stands in front of each id. Scalar leaves it out of addresses and puts it in front itself when it is awake. */
export const ID_PREFIX = `${configuration.slug}/`;
