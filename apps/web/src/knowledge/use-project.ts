import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';

/** The project folder's name, where flows and bases are files of one; undefined elsewhere. */
export function useProject(): string | undefined {
  return useQuery({ queryKey: ['workspace'], queryFn: api.workspace, staleTime: Infinity }).data?.project;
}
