export const messageColumns = {
  conversation: [
    ...["Conversation ID", "Unterhaltungs-ID", "Konversations-ID", "ID der Unterhaltung", "ID de conversation"],
    ...["ID de la conversation", "ID de conversación", "ID de la conversación", "ID da conversa"],
  ],
  from: ["From", "Von", "De", "Absender", "Expéditeur", "Remitente", "Remetente"],
  senderUrl: [
    ...["Sender Profile URL", "Profil-URL des Absenders", "URL des Absenderprofils"],
    ...["URL du profil de l'expéditeur", "URL de profil de l'expéditeur"],
    ...["URL del perfil del remitente", "URL de perfil del remitente", "URL do perfil do remetente"],
  ],
  to: ["To", "An", "À", "Empfänger", "Para", "Destinataire", "Destinataires", "Destinatario", "Destinatário"],
  recipientUrls: [
    ...["Recipient Profile URLs", "Recipient Profile URL", "Profil-URLs der Empfänger", "URLs der Empfängerprofile"],
    ...["URL des profils des destinataires", "URL de profil des destinataires"],
    ...["URL de los perfiles de los destinatarios", "URL de perfil de los destinatarios"],
    ...["URLs dos perfis dos destinatários", "URL dos perfis dos destinatários"],
  ],
  date: ["Date", "Datum", "Fecha", "Data"],
  subject: ["Subject", "Betreff", "Objet", "Sujet", "Asunto", "Assunto"],
  content: ["Content", "Inhalt", "Nachricht", "Contenu", "Contenido", "Conteúdo"],
  folder: ["Folder", "Ordner", "Dossier", "Carpeta", "Pasta"],
  messageDraft: [
    ...["Is Message Draft", "Ist Nachrichtenentwurf", "Nachrichtenentwurf", "Nachricht ist Entwurf"],
    ...["Est un brouillon de message", "Brouillon de message", "Message brouillon"],
    ...["Es borrador de mensaje", "Es un borrador de mensaje", "Borrador de mensaje", "El mensaje es un borrador"],
    ...["É rascunho de mensagem", "É um rascunho de mensagem", "Rascunho de mensagem", "A mensagem é um rascunho"],
  ],
  conversationDraft: [
    ...["Is Conversation Draft", "Ist Unterhaltungsentwurf", "Unterhaltungsentwurf", "Unterhaltung ist Entwurf"],
    ...["Est un brouillon de conversation", "Brouillon de conversation", "Conversation brouillon"],
    ...["Es borrador de conversación", "Es un borrador de conversación", "Borrador de conversación"],
    ...["La conversación es un borrador", "É rascunho de conversa", "É um rascunho de conversa"],
    ...["Rascunho de conversa", "A conversa é um rascunho"],
  ],
} as const;

export type MessageColumn = keyof typeof messageColumns;
