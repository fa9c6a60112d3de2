import { showToast } from '@/components/Toasts'
import { newId } from '@/lib/ids'
import { attachments as t } from '@/lib/messages/attachment'
import { asProblem } from '@/lib/problem'
import { attach } from './api'

/**
 * Attaches the files that an audit was read from to the audit. A lone file is the report and has its date. Never fails:
 * the audit is registered, and what could not be attached is told.
 */
export async function keepAsAttachments(auditId: string, files: readonly File[], reportDate: string | null) {
  const refused: { name: string; why: string }[] = []
  for (const file of files) {
    const paperDate = files.length === 1 ? (reportDate ?? '') : ''
    try {
      await attach({ thing: 'audit', id: auditId }, { id: newId(), file, paperDate })
    } catch (failure) {
      const { title, advice } = asProblem(failure).words
      refused.push({ name: file.name, why: `${title}. ${advice}` })
    }
  }
  if (refused.length === 0) return
  const detail = refused.map(({ name, why }) => t.notKeptAdvice(name, why)).join(' ')
  showToast({ tone: 'bad', title: t.notKept(refused.length), detail })
}
