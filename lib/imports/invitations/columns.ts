export const invitationColumns = {
  from: ["From", "Von", "De", "Absender", "Expéditeur", "Remitente", "Remetente"],
  to: ["To", "An", "À", "Empfänger", "Para", "Destinataire", "Destinatario", "Destinatário"],
  sentAt: [
    ...["Sent At", "Sent On", "Gesendet am", "Gesendet um", "Envoyé le", "Envoyée le", "Envoyé à", "Date d'envoi"],
    ...["Enviado el", "Enviada el", "Fecha de envío", "Enviado em", "Enviada em", "Data de envio", "Data do envio"],
  ],
  message: ["Message", "Nachricht", "Mensaje", "Mensagem"],
  direction: ["Direction", "Richtung", "Sens", "Dirección", "Sentido", "Direção"],
  inviter: [
    ...["inviterProfileUrl", "inviterProfileUrn", "Profil-URL des Einladenden", "URL du profil de l'expéditeur"],
    ...["URL du profil de l'invitant", "URL del perfil del remitente", "URL del perfil de quien invita"],
    ...["URL do perfil do remetente", "URL do perfil de quem convida"],
  ],
  invitee: [
    ...["inviteeProfileUrl", "inviteeProfileUrn", "Profil-URL des Eingeladenen", "URL du profil du destinataire"],
    ...["URL du profil de l'invité", "URL del perfil del destinatario", "URL del perfil del invitado"],
    ...["URL do perfil do destinatário", "URL do perfil do convidado"],
  ],
} as const;

export type InvitationColumn = keyof typeof invitationColumns;
