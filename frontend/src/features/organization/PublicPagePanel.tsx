import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { useEditing } from '@/lib/editing'
import { publicPage as t } from '@/lib/messages/organization'
import { publicPageQuery, setPublicPage } from './api'

/** Turns the organization's public page on, by giving it an address, and off. */
export function PublicPagePanel() {
  const { data: page } = useSuspenseQuery(publicPageQuery)
  const queryClient = useQueryClient()
  const editing = useEditing({
    thing: page,
    save: setPublicPage,
    reread: () => queryClient.fetchQuery({ ...publicPageQuery, staleTime: 0 }),
    onSaved: (saved) => {
      queryClient.setQueryData(publicPageQuery.queryKey, saved)
      showToast({ tone: 'ok', title: saved.content.address === null ? t.off : t.on })
    },
  })
  const address = page.content.address
  return (
    <section className="panel in narrow stack" aria-labelledby="public-page">
      <h2 id="public-page">{t.title}</h2>
      <p className="sub">{t.help}</p>
      {address !== null && (
        <p>
          <a href={t.path(address)}>{window.location.origin + t.path(address)}</a>
        </p>
      )}
      <Form problem={editing.problem} onSubmit={editing.submit} onConflict={editing.onConflict}>
        <TextField
          label={t.address}
          name="address"
          help={t.addressHelp}
          optional
          value={editing.content.address ?? ''}
          onChange={(typed) => editing.set({ address: typed.trim().toLowerCase() || null })}
          maxLength={40}
        />
        <div className="row">
          <Button type="submit" isPending={editing.pending}>
            {t.change}
          </Button>
        </div>
      </Form>
      <UnsavedChangesGuard when={editing.dirty} />
    </section>
  )
}
