import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { newId } from '@/lib/ids'
import { type ApiProblem, asProblem } from '@/lib/problem'
import { addAnswer, responseQuery } from './api'

type NewAnswer = Omit<Schema['NewAnswer'], 'id'>

/** Adds an answer to the draft and opens it. */
export function useAddAnswer(responseId: string, onAdded?: () => void) {
  const [id] = useState(newId)
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (answer: NewAnswer) => addAnswer(responseId, { id, ...answer }),
    onSuccess: (response) => {
      queryClient.setQueryData(responseQuery(responseId).queryKey, response)
      onAdded?.()
      return navigate({ to: '/yttranden/$id', params: { id: responseId }, search: { del: id }, resetScroll: false })
    },
  })
  const problem: ApiProblem | null = error && asProblem(error)
  return { add: mutate, pending: isPending, problem }
}
