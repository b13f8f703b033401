import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.jsx'

const failed = (error) => console.error(error)
hydrateRoot(
  document.querySelector('#app'),
  <StrictMode>
    <App />
  </StrictMode>,
  { onRecoverableError: failed },
)
