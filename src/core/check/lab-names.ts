import { LAB_VARIABLES, type Lab } from '../../contract/lab.ts';

/** The variables that a lesson's lab gives to its checks, as in `{{env.NAME}}`. */
export function labNames(lab: Lab): string[] {
  return [
    ...(lab.database ? Object.keys(LAB_VARIABLES.database) : []),
    ...(lab.tls ? Object.keys(LAB_VARIABLES.tls) : []),
    ...(lab.authorization ? Object.keys(LAB_VARIABLES.authorization) : []),
    ...(lab.origins ? Object.keys(LAB_VARIABLES.origins) : []),
    ...lab.secrets,
    ...Object.keys(lab.env),
  ];
}
