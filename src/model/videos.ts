import { z } from 'zod'
import { defineCollection } from './collection.ts'
import { entry, sourced } from './entry.ts'
import { factId, httpsUrl, line, mediaPath } from './fields.ts'
import { gap } from './placeholder.ts'

/** A short video of the portal's own, or a programme described and not hosted. */
export const videos = defineCollection({
  name: 'videos',
  label: '视频',
  starter: {
    fields: ['programme', 'external', 'topics', 'organizations', 'regions'],
    body: gap('这部视频讲什么，来自哪里，读者可以从中学到什么。'),
  },
  schema: entry
    .extend({
      ...sourced,
      programme: line.optional().meta({ title: '栏目' }),
      external: z
        .strictObject({
          url: httpsUrl.meta({ title: '网址' }),
          label: line.meta({ title: '在哪里看' }),
        })
        .optional()
        .meta({ title: '站外页面', description: '只介绍、不托管的节目写这一项。' }),
      cover_fact: factId.optional().meta({
        title: '封面上的数',
        description: '一条带数字的事实的编号；不写就用章名或栏目名。',
      }),
      file: mediaPath('.mp4').optional().meta({ title: '视频文件' }),
      small: mediaPath('.mp4').optional().meta({
        title: '小图像版',
        description: '宽 640 像素，给慢的网络和省流量的读者；没有就不写。',
      }),
      upright: mediaPath('.mp4').optional().meta({
        title: '竖版',
        description: '720×1280，字幕印在画面里，可以下载、转发；没有就不写。',
      }),
      poster: mediaPath('.jpg', '.webp', '.png').optional().meta({ title: '封面帧' }),
      captions: mediaPath('.vtt').optional().meta({ title: '字幕文件' }),
      chapters: mediaPath('.vtt').optional().meta({ title: '章节文件' }),
      duration: z.number().positive().optional().meta({ title: '时长（秒）' }),
      people: z
        .array(
          z.strictObject({
            name: line.meta({ title: '显示的姓名' }),
            consent: line.meta({ title: '同意书编号' }),
          }),
        )
        .default([])
        .meta({ title: '出镜人' }),
    })
    .superRefine((video, context) => {
      const hosted = ['file', 'poster', 'captions', 'duration'] as const
      if (video.external && video.file)
        context.addIssue({
          code: 'custom',
          path: ['external'],
          message: '站外页面（external）和视频文件（file）只能写一个。',
        })
      if (video.external) return
      for (const field of hosted)
        if (video[field] === undefined)
          context.addIssue({
            code: 'custom',
            path: [field],
            message: `缺少 ${field}：自有视频要写 file、poster、captions、duration，站外节目写 external。`,
          })
    }),
})
