import { z } from 'zod';

/** Who answers for this instance before the law, as /privacy and each consent name them. */
export type InstanceOperator = {
  name: string;
  address: string;
  email: string;
  /** As people read it; empty when there is none. */
  phone: string;
  /** Number of the personal-data system in the state register; empty until it is registered. */
  registration: string;
};

/** A number to call at once, with whom one reaches in three languages, and the day the operator last tried it. */
export type EmergencyNumber = { number: string; az: string; en: string; ru: string; confirmedOn: string };

const operatorShape = z.object({
  name: z.string(),
  address: z.string(),
  email: z.string(),
  phone: z.string().default(''),
  registration: z.string().default(''),
});

const numbersShape = z.array(
  z.object({ number: z.string(), az: z.string(), en: z.string(), ru: z.string(), confirmedOn: z.string().default('') }),
);

/** Settings are stored as json: what does not have the shape any more is as good as not set. */
export function readOperator(value: unknown): InstanceOperator | null {
  return operatorShape.safeParse(value).data ?? null;
}

export function readNumbers(value: unknown): EmergencyNumber[] {
  return numbersShape.safeParse(value).data ?? [];
}
