import { look } from './look.ts';

/**
 * How Scalar shows the finished API on the site: nothing is asked of anyone's server, and nothing is offered that needs
 * an API that runs.
 */
export const configuration = {
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
