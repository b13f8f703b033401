import { expect, test, vi } from 'vitest'
import type { ForecostCalculator } from '../../widget/forecost'
import '../../widget/forecost'
import { enter, ownPage, ready, settle } from './page'
import { account, card } from './states'

const SETTINGS = 'model=gen4&duration=5&resolution=720p&variants=1&audio=false'
const sold = {
  ...card,
  plans: {
    standard: { ...card.plans!['standard']!, prices: [{ amount: '15', currency: 'USD', every: 'month' }] },
  },
}

ownPage()

async function put(given: { [name: string]: string }, of: object = sold): Promise<ForecostCalculator> {
  const element = document.createElement('forecost-calculator')
  const all = { card: JSON.stringify(of), feature: 'video', settings: SETTINGS, ...given }
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value)
  return ready(element)
}
const section = (element: Element, is: string) =>
  element.shadowRoot!.querySelector(`.more-answers [data-is=${is}]`) ?? undefined
const lead = (element: Element, is: string) => section(element, is)?.querySelector('strong')?.textContent
const title = (element: Element, is: string) => section(element, is)?.querySelector('summary span')?.textContent

test('without the attribute there is nothing but the price', async () => {
  const element = await put({ balance: '400' })
  expect(element.shadowRoot!.querySelector('.more-answers')).toBeNull()
})

test('with it the reader sees what the balance makes, what is cheaper, and how long it lasts, closed', async () => {
  const element = await put({ answers: '', balance: '400' })
  await vi.waitFor(() => expect(lead(element, 'afford')).toBe('6 runs'))
  expect(lead(element, 'cheaper')).toMatch(/−\d+/)
  expect([title(element, 'lasting'), lead(element, 'lasting')]).toEqual(['60 credits a month', 'lasts 6 months'])
  expect(section(element, 'lasting')!.textContent).toContain('Standard')
  expect(element.shadowRoot!.querySelectorAll('.more-answers details[open]')).toHaveLength(0)
})

test('the answers come and go with the attribute, on a calculator that is open', async () => {
  const element = await put({ balance: '400' })
  element.answers = true
  await vi.waitFor(() => expect(lead(element, 'afford')).toBe('6 runs'))
  element.answers = false
  await vi.waitFor(() => expect(section(element, 'afford')).toBeUndefined())
})

test('every answer follows what the reader sets, and what the page shows', async () => {
  const element = await put({ answers: '', balance: '400', runs: '2' })
  await vi.waitFor(() => expect(title(element, 'lasting')).toBe('120 credits a month'))
  enter(element, 'f-duration', '10')
  await vi.waitFor(() => expect(title(element, 'lasting')).toBe('240 credits a month'))
  expect(lead(element, 'afford')).toBe('3 runs')
  element.show({ balance: '1200', runs: 1 })
  await vi.waitFor(() => expect(lead(element, 'lasting')).toBe('lasts 10 months'))
  expect(lead(element, 'afford')).toBe('10 runs')
})

test('where there is no price there is no answer, and it comes back with the price', async () => {
  const element = await put({ answers: '', balance: '400' })
  await vi.waitFor(() => expect(lead(element, 'afford')).toBeDefined())
  enter(element, 'f-duration', '99')
  await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.more-answers')!.children).toHaveLength(0))
  enter(element, 'f-duration', '5')
  await vi.waitFor(() => expect(lead(element, 'afford')).toBe('6 runs'))
})

test('a price that is a range is answered with a range', async () => {
  const element = await put({
    answers: '',
    balance: '400',
    settings: 'model=gen4&resolution=720p&variants=1&audio=false',
  })
  enter(element, 'f-duration', '')
  await vi.waitFor(() => expect(title(element, 'lasting')).toBe('24–120 credits a month'))
  expect(lead(element, 'lasting')).toBe('lasts 3–16 months')
})

test('a cap in the reader’s account binds here as on every other surface', async () => {
  const element = await put({ answers: '' })
  await element.reckonWith({ ...account, cap: { max: '200', used: '20' } })
  await vi.waitFor(() => expect(lead(element, 'afford')).toBe('3 more like this (your cap)'))
  element.show({ balance: '400' })
  await vi.waitFor(() => expect(lead(element, 'afford')).toBe('6 runs'))
})

test('plans that fit no description give a price and no answers', async () => {
  const element = await put({ answers: '', balance: '400' }, { ...card, plans: { odd: { name: 'Odd', prices: 7 } } })
  await settle()
  expect(element.shadowRoot!.querySelector('.total')!.textContent).toBe('60 credits')
  expect(element.shadowRoot!.querySelector('.more-answers')!.children).toHaveLength(0)
})

test('a control keeps its focus while the answers change', async () => {
  const element = await put({ answers: '', balance: '400' })
  await vi.waitFor(() => expect(lead(element, 'afford')).toBeDefined())
  const box = element.shadowRoot!.querySelector<HTMLInputElement>('#f-duration')!
  box.focus()
  enter(element, 'f-duration', '10')
  await vi.waitFor(() => expect(lead(element, 'afford')).toBe('3 runs'))
  expect(element.shadowRoot!.activeElement).toBe(box)
})
