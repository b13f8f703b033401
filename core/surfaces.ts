import type { Plan, RateCard, Surface } from './rate-card'

type Surfaces = Surface | readonly Surface[] | undefined

/** Whether what is said of some surfaces holds on one of others; "any", and none in particular, are all of them. */
export const sameSurface = (a: Surfaces = 'any', b: Surfaces = 'any'): boolean =>
  [a, b].flat().includes('any') || [a].flat().some((one) => [b].flat().includes(one))

/** The plans that pay for a feature, in the card's order; those of another surface do not. */
export const plansOf = ({ plans, features }: RateCard, feature: string): [id: string, plan: Plan][] =>
  Object.entries(plans ?? {}).filter(([, { surface }]) => sameSurface(surface, features[feature]!.surface))

/** The plan of that id, where it pays for the feature. */
export const planOf = (card: RateCard, feature: string, plan: unknown): Plan | undefined =>
  plansOf(card, feature).find(([id]) => id === plan)?.[1]
