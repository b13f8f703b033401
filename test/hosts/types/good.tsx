import 'forecost'
import type {} from 'forecost/react'
import { useRef } from 'react'
import type { ForecostCalculator, ForecostChange } from 'forecost'

export function Prices() {
  const calculator = useRef<ForecostCalculator>(null)
  const said = (detail: ForecostChange): string => detail.estimate.status
  return (
    <>
      <forecost-calculator
        ref={calculator}
        card="/card.json"
        feature="video"
        settings={{ model: 'gen4' }}
        density="compact"
        share
        onforecost-change={(event) => console.log(said(event.detail))}
      />
      <p>
        A clip takes{' '}
        <forecost-price card="/card.json" feature="video" settings="duration=5">
          60 credits
        </forecost-price>
      </p>
      <forecost-table card="/card.json" compare="plans" className="wide" />
    </>
  )
}
