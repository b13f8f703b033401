import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { call, grouped, me, refresh } from './api'
import { forms, groups } from './forms/all'
import { Icon } from './icons'
import { balance } from './markup'
import { follow, go, path, to } from './router'
import { theme, toggleTheme } from './theme'

/** The frame around every page of the studio: tools at the side, balance and member at the top. */
export function Shell({ title, children }: { title: string; children: ComponentChildren }) {
  const drawer = useSignal(false)
  return (
    <div class="shell" onClick={follow} onKeyDown={(e) => e.key === 'Escape' && (drawer.value = false)}>
      <nav class={drawer.value ? 'side open' : 'side'} aria-label="Tools" onClick={() => (drawer.value = false)}>
        <a class="brand" href={to('/create/image')}>
          <img src="/assets/icon.svg" alt="" width="30" height="30" />
          <span>Nordlys</span>
        </a>
        <Entry page="/create/quick" icon="quick" text="Quick start" />
        {groups.map((group) => (
          <div key={group} class="group">
            <h2>{group}</h2>
            {forms
              .filter((form) => form.group === group)
              .map((form) => (
                <Entry key={form.path} page={form.path} icon={form.icon} text={form.title} />
              ))}
          </div>
        ))}
        <div class="group">
          <h2>Workspace</h2>
          <Entry page="/gallery" icon="gallery" text="Gallery" />
          <Entry page="/history" icon="clock" text="History" />
          <Entry page="/team" icon="team" text="Team and plan" />
          <a class="entry" href={to('/help/credits')}>
            <Icon name="help" />
            Help
          </a>
          <Entry page="/dev" icon="dev" text="Developer" />
        </div>
      </nav>
      <header class="top">
        <button
          type="button"
          class="quiet menu"
          aria-label="Tools"
          aria-expanded={drawer.value}
          onClick={() => (drawer.value = !drawer.value)}
        >
          <Icon name="menu" />
        </button>
        <h1>{title}</h1>
        <Balance />
        <button
          type="button"
          class="quiet"
          aria-label={theme.value === 'dark' ? 'Light theme' : 'Dark theme'}
          onClick={toggleTheme}
        >
          <Icon name={theme.value === 'dark' ? 'sun' : 'moon'} />
        </button>
        <Person />
      </header>
      <main class="main" onClick={() => (drawer.value = false)}>
        {children}
      </main>
    </div>
  )
}

function Entry({ page, icon, text }: { page: string; icon: string; text: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  const current = path.value === page
  useEffect(() => {
    const bar = link.current?.closest('nav')
    if (current && bar) bar.scrollTop = Math.max(0, link.current!.offsetTop - bar.clientHeight / 2)
  }, [current])
  return (
    <a ref={link} class="entry" href={to(page)} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      {text}
    </a>
  )
}

function Balance() {
  const who = me.value
  if (!who) return null
  return (
    <a class="balance" href={to('/team')} title="What is left to spend">
      <span class="gem" aria-hidden="true" />
      <b {...balance()}>{grouped(who.free)}</b>
      <span class="long">credits</span>
    </a>
  )
}

function Person() {
  const who = me.value
  if (!who) return null
  const leave = async () => {
    await call('DELETE', '/api/session')
    await refresh()
    go('/sign-in')
  }
  return (
    <details class="person">
      <summary>
        <Face name={who.member.name} />
        <span class="unseen">
          {who.member.name}, {who.member.roleName}
        </span>
      </summary>
      <div class="sheet">
        <strong>{who.member.name}</strong>
        <span>
          {who.member.roleName} · {who.workspace.name}
        </span>
        <span class="plan">{who.workspace.planName} plan</span>
        <button type="button" class="chip" onClick={() => go('/sign-in')}>
          Switch member
        </button>
        <button type="button" class="chip" onClick={leave}>
          Sign out
        </button>
      </div>
    </details>
  )
}

export function Face({ name }: { name: string }) {
  const letters = name
    .split(' ')
    .map((part) => part[0])
    .join('')
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6
  return (
    <span class={`face swatch-${hue}`} aria-hidden="true">
      {letters}
    </span>
  )
}
