import { credits } from '../pricing/credits'
import type { PlanId } from '../pricing/tool'
import type { Member, RoleId } from './model'

const member = (id: string, name: string, role: RoleId, cap: number | null = null): Member => ({
  id,
  name,
  email: `${id}@example.test`,
  role,
  cap: cap === null ? null : credits(cap),
})

/** Who can sign in: two teams and two people who work alone. `pace`: presses a day in the seeded past. */
export const people: { id: string; name: string; plan: PlanId; pace: number; members: Member[] }[] = [
  {
    id: 'polar-works',
    name: 'Polar Works',
    plan: 'team',
    pace: 7,
    members: [
      member('ingrid', 'Ingrid Solheim', 'owner'),
      member('mateo', 'Mateo Ruiz', 'admin'),
      member('aiko', 'Aiko Tanaka', 'creator'),
      member('noor', 'Noor Haddad', 'creator', 500),
      member('tom', 'Tom Becker', 'viewer'),
    ],
  },
  {
    id: 'aurora-house',
    name: 'Aurora House',
    plan: 'studio',
    pace: 9,
    members: [
      member('sofia', 'Sofia Lindqvist', 'owner'),
      member('diego', 'Diego Alvarez', 'creator'),
      member('priya', 'Priya Nair', 'creator', 1500),
    ],
  },
  {
    id: 'kwame-mensah',
    name: 'Kwame Mensah',
    plan: 'creator',
    pace: 1.3,
    members: [member('kwame', 'Kwame Mensah', 'owner')],
  },
  { id: 'lena-vogt', name: 'Lena Vogt', plan: 'free', pace: 1, members: [member('lena', 'Lena Vogt', 'owner')] },
]
