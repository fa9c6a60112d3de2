// The places of a draft: a field's name, a list's, or one thing of a list by its id, so that a place stays what it is
// when rows are moved or renumbered.

export type Place = string

/** The places of the things in lists, as the editor names them. */
export const places = {
  committee: (key: string): Place => `committees/${key}`,
  addressee: (id: string): Place => `addressees/${id}`,
  question: (id: string): Place => `questions/${id}`,
  assessments: (questionId: string): Place => `assessments/${questionId}`,
  assessment: (questionId: string, committee: string): Place => `assessments/${questionId}/${committee}`,
  overall: (committee: string): Place => `overallAssessments/${committee}`,
  recommendation: (id: string): Place => `recommendations/${id}`,
  criterion: (id: string): Place => `criteria/${id}`,
  document: (id: string): Place => `documents/${id}`,
}
