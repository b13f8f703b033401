import type { Connector } from './connector'

/** Whether the way it is read is documented by the vendor. */
export const isConfirmed = ({ source }: Pick<Connector, 'source'>): boolean =>
  source.grade === 'documented' || source.grade === 'documented-copy'
