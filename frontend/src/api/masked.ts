/** The address of a document or an export with what is confidential left out, also for those who may read it. */
export function masked(address: string): string {
  return `${address}&masked=true`
}
