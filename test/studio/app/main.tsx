import { render, type JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { me, refresh } from './api'
import { forms } from './forms/all'
import { Dev } from './pages/dev'
import { Framed } from './pages/framed'
import { Gallery } from './pages/gallery'
import { History } from './pages/history'
import { Quick } from './pages/quick'
import { SignIn } from './pages/sign-in'
import { TeamPage } from './pages/team'
import { Tool } from './pages/tool'
import { go, path, wanted } from './router'
import { Shell } from './shell'

const pages: Record<string, { title: string; page: () => JSX.Element }> = {
  '/create/quick': { title: 'Quick start', page: Quick },
  '/create/framed': { title: 'Image, in a frame', page: Framed },
  '/gallery': { title: 'Gallery', page: Gallery },
  '/history': { title: 'History', page: History },
  '/team': { title: 'Team and plan', page: TeamPage },
  '/dev': { title: 'Developer', page: Dev },
}

function Studio() {
  const signedOut = me.value === null && path.value !== '/sign-in'
  const atDoor = path.value === '/' && me.value
  useEffect(() => {
    if (signedOut) {
      if (path.value !== '/') wanted.value = path.value
      go('/sign-in')
    }
    if (atDoor) go('/create/image')
  }, [signedOut, atDoor])
  if (me.value === undefined) return <div class="loading" role="status" aria-label="Loading" />
  if (path.value === '/sign-in' || me.value === null) return <SignIn />
  const form = forms.find((one) => one.path === path.value)
  if (form) {
    return (
      <Shell title={form.title}>
        <Tool key={form.path} form={form} />
      </Shell>
    )
  }
  const known = pages[path.value]
  return (
    <Shell title={known?.title ?? 'Not found'}>{known ? <known.page /> : <p class="nothing">No such page.</p>}</Shell>
  )
}

void refresh()
render(<Studio />, document.getElementById('app')!)
