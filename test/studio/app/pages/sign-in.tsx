import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call, refresh } from '../api'
import { go, wanted } from '../router'
import { Face } from '../shell'

type Workspace = { id: string; name: string; plan: string; members: { id: string; name: string; role: string }[] }

/** Pick a member: the studio is a demonstration, so there is no password. */
export function SignIn() {
  const teams = useSignal<Workspace[]>([])
  useEffect(() => {
    void call<Workspace[]>('GET', '/api/people').then((answer) => {
      if (answer.ok) teams.value = answer.value
    })
  }, [])
  const enter = async (member: string) => {
    await call('POST', '/api/session', { member })
    await refresh()
    go(wanted.value)
  }
  return (
    <div class="entrance">
      <div class="lights" aria-hidden="true" />
      <main>
        <img src="/assets/icon.svg" alt="" width="52" height="52" />
        <h1>Nordlys Studio</h1>
        <p>Pictures, films, models and sound from words. Choose who you are.</p>
        <div class="teams">
          {teams.value.map((team) => (
            <section key={team.id} class="panel">
              <h2>
                {team.name} <span class="badge">{team.plan}</span>
              </h2>
              {team.members.map((member) => (
                <button key={member.id} type="button" class="member" onClick={() => enter(member.id)}>
                  <Face name={member.name} />
                  <span>
                    <strong>{member.name}</strong>
                    <small>{member.role}</small>
                  </span>
                </button>
              ))}
            </section>
          ))}
        </div>
      </main>
    </div>
  )
}
