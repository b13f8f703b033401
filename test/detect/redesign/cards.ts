import type { RateCard } from '../../../core/rate-card'
import { card as film } from '../../gallery/card'

const feature = { surface: 'app' as const, source: 'page' }

/** Cards whose totals tell every setting apart: no two settings of a tool come to the same total. */
export const cards: Record<string, RateCard> = {
  film,
  picture: {
    ...film,
    features: {
      picture: {
        ...feature,
        kind: 'text-to-image',
        dimensions: {
          size: { type: 'choice', options: ['512x512', '1024x1024', '2048x2048'], label: 'Size' },
          quality: { type: 'choice', options: ['low', 'medium', 'high'] },
          images: { type: 'number', min: 1, max: 8, step: 1, label: 'Images' },
        },
        charges: [
          {
            name: 'pictures',
            meter: 'images',
            amount: {
              by: ['size', 'quality'],
              cells: {
                '512x512': { low: '3', medium: '7', high: '11' },
                '1024x1024': { low: '101', medium: '211', high: '307' },
                '2048x2048': { low: '1009', medium: '2003', high: '3001' },
              },
            },
          },
        ],
      },
    },
    labels: {},
  },
  sound: {
    ...film,
    features: {
      sound: {
        ...feature,
        kind: 'sound-effect',
        dimensions: {
          model: { type: 'choice', options: ['echo_v2', 'echo_v2_5'] },
          duration: { type: 'choice', options: ['5', '10', '30', '60'], label: 'Duration' },
          fps: { type: 'choice', options: ['24', '30', '60'], label: 'Frame rate' },
        },
        charges: [
          {
            name: 'sound',
            amount: {
              by: ['model', 'duration', 'fps'],
              cells: {
                echo_v2: {
                  5: { 24: '1', 30: '2', 60: '3' },
                  10: { 24: '4', 30: '5', 60: '6' },
                  30: { 24: '7', 30: '8', 60: '9' },
                  60: { 24: '10', 30: '11', 60: '12' },
                },
                echo_v2_5: {
                  5: { 24: '21', 30: '22', 60: '23' },
                  10: { 24: '24', 30: '25', 60: '26' },
                  30: { 24: '27', 30: '28', 60: '29' },
                  60: { 24: '30', 30: '31', 60: '32' },
                },
              },
            },
          },
        ],
      },
    },
    labels: { model: { options: { echo_v2: ['Echo v2'], echo_v2_5: ['Echo v2.5'] } } },
  },
}
