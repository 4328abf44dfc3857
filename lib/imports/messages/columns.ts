export const messageColumns = {
  conversation: ["Conversation ID", "Unterhaltungs-ID", "ID de conversation", "ID de conversación", "ID da conversa"],
  from: ["From", "Von", "De", "Expéditeur", "Remitente", "Remetente"],
  senderUrl: [
    ...["Sender Profile URL", "Profil-URL des Absenders", "URL du profil de l'expéditeur"],
    ...["URL del perfil del remitente", "URL do perfil do remetente"],
  ],
  to: ["To", "An", "À", "Para", "Destinataire", "Destinatario", "Destinatário"],
  recipientUrls: [
    ...["Recipient Profile URLs", "Profil-URLs der Empfänger", "URL des profils des destinataires"],
    ...["URL de los perfiles de los destinatarios", "URLs dos perfis dos destinatários"],
  ],
  date: ["Date", "Datum", "Fecha", "Data"],
  subject: ["Subject", "Betreff", "Objet", "Sujet", "Asunto", "Assunto"],
  content: ["Content", "Inhalt", "Nachricht", "Contenu", "Contenido", "Conteúdo"],
  folder: ["Folder", "Ordner", "Dossier", "Carpeta", "Pasta"],
  messageDraft: ["Is Message Draft"],
  conversationDraft: ["Is Conversation Draft"],
} as const;

export type MessageColumn = keyof typeof messageColumns;
