import { dataCategories, personalData, viewersOf } from '@vertretbar/domain/personal-data'
import { dataCategoryWords } from '@vertretbar/messages/data-protection-words'
import * as z from 'zod'

const Text = z.strictObject({ de: z.string(), en: z.string() }).readonly().meta({ id: 'Text' })

/** The data-protection sheet: what is said of each kind of data about people, and which fields hold it. */
export const DataProtectionView = z
  .strictObject({
    categories: z
      .array(
        z
          .strictObject({
            id: z.enum(dataCategories),
            name: Text,
            purpose: Text,
            basis: Text,
            retention: Text,
            viewers: z
              .array(
                z
                  .strictObject({
                    role: z.enum(['specialist', 'hr-manager', 'area-head', 'controller', 'coordinator', 'operator']),
                    scope: z.enum(['own', 'area', 'authority', 'partner', 'region']),
                  })
                  .readonly(),
              )
              .readonly(),
            fields: z.array(z.strictObject({ schema: z.string(), field: z.string() }).readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'DataProtectionView' })
export type DataProtectionView = z.infer<typeof DataProtectionView>

/** The sheet in both languages, the same for everybody. */
export function dataProtectionView(): DataProtectionView {
  const fields = Map.groupBy(personalData(), ({ category }) => category)
  return {
    categories: dataCategories.map((id) => {
      const [de, en] = [dataCategoryWords.de[id], dataCategoryWords.en[id]]
      return {
        id,
        name: { de: de.name, en: en.name },
        purpose: { de: de.purpose, en: en.purpose },
        basis: { de: de.basis, en: en.basis },
        retention: { de: de.retention, en: en.retention },
        viewers: viewersOf(id),
        fields: (fields.get(id) ?? []).map(({ schema, field }) => ({ schema, field })),
      }
    }),
  }
}
